"""Where are the bytes of documents kept?"""
